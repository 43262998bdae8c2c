/** Which old snippet is which new one when a file was changed outside. */
package org.fxd.source.core.match;
