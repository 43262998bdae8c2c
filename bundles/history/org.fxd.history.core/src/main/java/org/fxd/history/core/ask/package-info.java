/** Answers what is asked of a history. Nothing that does not differ is read. */
package org.fxd.history.core.ask;
