/** Projects as they were, opened beside the live ones. */
package org.fxd.graph.core.past;
