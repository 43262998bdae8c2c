/**
 * Files as snippets: the services behind {@code org.fxd.source.api}.
 *
 * <p>A file's bytes go through a language table ({@code language}), a scanner with a fallback by
 * lines ({@code scan}) and the text model ({@code text}), which gives a node in which every byte is
 * in exactly one leaf. When a file comes back changed, {@code match} finds out which old snippet is
 * which new one. {@code find} walks and addresses files and snippets, {@code compare} tells how two
 * roots differ, and {@code view} writes files to a folder. All of it is pure but for the cache of
 * projections and that last step.
 */
package org.fxd.source.core;
