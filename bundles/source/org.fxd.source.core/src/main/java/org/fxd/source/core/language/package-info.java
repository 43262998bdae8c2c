/** Which language a file is in, by its name alone. */
package org.fxd.source.core.language;
