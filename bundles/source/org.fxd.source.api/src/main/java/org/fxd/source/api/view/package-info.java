/**
 * Views: groups of snippets, written as text and taken back.
 *
 * <p>A {@link org.fxd.source.api.view.View} is a group and a {@link
 * org.fxd.source.api.view.ViewRenderer renderer} with options. It may gather snippets of many
 * files; what is edited in its text goes back to each. Every file has a view of its own without
 * anyone making it: the file itself, under its path.
 *
 * <p>As a node below the root's {@code views}: kind {@code view}; the metadata {@code renderer} and
 * one per option, prefixed {@code option.}; one entry {@code group}: of kind {@code group} with a
 * group of its own, or of kind {@code reference} with the name of one below {@code groups} as its
 * value.
 */
@Export
@Version("1.0.0")
package org.fxd.source.api.view;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
