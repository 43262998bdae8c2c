/** Writing files to a folder, and never anywhere else. */
package org.fxd.source.core.view;
