/** Walking files and snippets, and finding one by what a person writes. */
package org.fxd.source.core.find;
