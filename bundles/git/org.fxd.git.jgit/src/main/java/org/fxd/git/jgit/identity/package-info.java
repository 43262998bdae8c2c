/**
 * Who a file is, the same way for folders and for histories: what it is called when it is born, and
 * which of those that are gone it was ({@code docs/format/identities.md}).
 */
package org.fxd.git.jgit.identity;
