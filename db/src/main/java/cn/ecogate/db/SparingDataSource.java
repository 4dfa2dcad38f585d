package cn.ecogate.db;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.ConnectionEventListener;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.PooledConnection;
import javax.sql.StatementEventListener;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * The MariaDB driver's data source without the questions a server puts around every transaction
 * (auto-commit off, auto-commit on, or the XA verbs): what is wished is remembered and told to the
 * database only when a statement needs it. Of a transaction only the commit is left.
 *
 * <p>Not an XA data source on purpose: there is one resource in every transaction of this program.
 */
public final class SparingDataSource implements ConnectionPoolDataSource {

  private final MariaDbDataSource driver = new MariaDbDataSource();

  public void setUrl(String url) throws SQLException {
    driver.setUrl(url);
  }

  public String getUrl() {
    return driver.getUrl();
  }

  public void setUser(String user) throws SQLException {
    driver.setUser(user);
  }

  public String getUser() {
    return driver.getUser();
  }

  public void setPassword(String password) throws SQLException {
    driver.setPassword(password);
  }

  @Override
  public PooledConnection getPooledConnection() throws SQLException {
    return new Sparing(driver.getPooledConnection());
  }

  @Override
  public PooledConnection getPooledConnection(String user, String password) throws SQLException {
    return new Sparing(driver.getPooledConnection(user, password));
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return driver.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    driver.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    driver.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return driver.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("the driver does not log through java.util.logging");
  }

  /** A physical connection whose handles know what the database was last told. */
  private record Sparing(PooledConnection real) implements PooledConnection {

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = real.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              SparingDataSource.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              new AutoCommitMemory(connection));
    }

    @Override
    public void close() throws SQLException {
      real.close();
    }

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
      real.addConnectionEventListener(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
      real.removeConnectionEventListener(listener);
    }

    @Override
    public void addStatementEventListener(StatementEventListener listener) {
      real.addStatementEventListener(listener);
    }

    @Override
    public void removeStatementEventListener(StatementEventListener listener) {
      real.removeStatementEventListener(listener);
    }
  }

  /**
   * Tells the database about auto-commit as late as possible, and often never. A new handle wishes
   * auto-commit, as JDBC has it, whatever the handle before has left the database believing.
   */
  private static final class AutoCommitMemory implements InvocationHandler {

    private final Connection real;
    private boolean wished = true;
    private boolean told;

    /** A statement may have been carried out since the last commit or rollback. */
    private boolean begun;

    AutoCommitMemory(Connection real) throws SQLException {
      this.real = real;
      this.told = real.getAutoCommit();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      boolean plain = arguments == null || arguments.length == 0;
      switch (method.getName()) {
        case "setAutoCommit":
          wish((Boolean) arguments[0]);
          return null;
        case "getAutoCommit":
          return wished;
        case "commit":
          return end(real::commit);
        case "rollback":
          return plain ? end(real::rollback) : pass(method, arguments);
        case "equals":
          return proxy == arguments[0];
        case "hashCode":
          return System.identityHashCode(proxy);
        case "close":
          try {
            return end(real::rollback);
          } finally {
            pass(method, arguments);
          }
        case "createStatement", "prepareStatement", "prepareCall", "setSavepoint":
          tell();
          return pass(method, arguments);
        default:
          // A server asks for warnings and the like around every transaction.
          return pass(method, arguments);
      }
    }

    /** As JDBC has it: switching to auto-commit in the middle of a transaction commits it. */
    private void wish(boolean autoCommit) throws SQLException {
      wished = autoCommit;
      if (autoCommit && begun) {
        tell();
      }
    }

    private void tell() throws SQLException {
      if (told != wished) {
        real.setAutoCommit(wished);
        told = wished;
      }
      begun = !told;
    }

    private Object end(Ending ending) throws SQLException {
      if (begun) {
        ending.run();
        begun = false;
      }
      return null;
    }

    private Object pass(Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(real, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  private interface Ending {
    void run() throws SQLException;
  }
}
