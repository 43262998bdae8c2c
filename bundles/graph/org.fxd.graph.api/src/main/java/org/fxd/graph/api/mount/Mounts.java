package org.fxd.graph.api.mount;

import org.fxd.graph.api.Node;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is mounted beside an open project's own tree. A service with the property {@code
 * fxd.project}; safe for use by any number of threads.
 */
@ProviderType
public interface Mounts {
  /** What the name of each mount begins with. */
  String SIGN = "$";

  /**
   * A root that has each mount as a child, called {@code $history} and so on. It can be walked and
   * be given to a {@link org.fxd.graph.api.select.Finder} like any other, which then walks: no
   * index knows of it. The trees are those of the moment in which it is first touched.
   */
  Node root();
}
