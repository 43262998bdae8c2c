/** Trees that stand beside a project's own. */
package org.fxd.graph.core.mount;
