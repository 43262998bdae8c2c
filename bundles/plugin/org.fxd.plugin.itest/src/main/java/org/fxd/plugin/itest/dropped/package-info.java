/** What is inside the jars that the tests drop; each jar carries its own copy of these classes. */
package org.fxd.plugin.itest.dropped;
