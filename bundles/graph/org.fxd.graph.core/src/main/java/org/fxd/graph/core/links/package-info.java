/** Where objects lead: what must be kept if they are, and what is missing if it is not there. */
package org.fxd.graph.core.links;
