/**
 * Ed25519 keys in files of the user's: what commits are signed with, and whose signatures are
 * recognised.
 *
 * <p>{@link org.fxd.history.core.key.KeyFolder} keeps the files and sees to it that nobody else can
 * read a private key or put a key beside it; {@link org.fxd.history.core.key.Ed25519} signs and
 * verifies with what the JDK has; {@link org.fxd.history.core.key.FileKeys} is the service.
 */
package org.fxd.history.core.key;
