/** How files, snippets and lines differ between two roots. */
package org.fxd.source.core.compare;
