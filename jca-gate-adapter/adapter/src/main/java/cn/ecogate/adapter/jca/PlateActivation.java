package cn.ecogate.adapter.jca;

import cn.ecogate.adapter.api.PlateListener;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import java.io.Serializable;

/** A bean's wish to be told of vehicles that cameras report; there is nothing to set. */
@Activation(messageListeners = PlateListener.class)
public class PlateActivation implements ActivationSpec, Serializable {

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
