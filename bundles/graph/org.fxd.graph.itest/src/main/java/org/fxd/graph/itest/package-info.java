/** The graph on a real framework: services come and go with the projects that they belong to. */
package org.fxd.graph.itest;
