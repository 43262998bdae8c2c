/** Finding the snippets of a text: whoever knows the language, checked, else by lines. */
package org.fxd.source.core.scan;
