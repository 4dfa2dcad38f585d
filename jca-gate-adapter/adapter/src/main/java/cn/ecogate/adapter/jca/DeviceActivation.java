package cn.ecogate.adapter.jca;

import cn.ecogate.adapter.api.DeviceListener;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import java.io.Serializable;

/**
 * A bean's wish to be told of the health of devices and the movements of barriers; there is nothing
 * to set.
 */
@Activation(messageListeners = DeviceListener.class)
public class DeviceActivation implements ActivationSpec, Serializable {

  private static final long serialVersionUID = 1L;

  private transient ResourceAdapter adapter;

  @Override
  public void validate() throws InvalidPropertyException {
    // Nothing can be set, so nothing can be wrong.
  }

  @Override
  public ResourceAdapter getResourceAdapter() {
    return adapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) throws ResourceException {
    this.adapter = adapter;
  }
}
