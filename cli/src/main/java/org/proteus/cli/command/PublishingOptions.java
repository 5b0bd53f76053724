package org.proteus.cli.command;

import org.proteus.cli.backend.PublishedBackend;
import org.proteus.cli.backend.SiteFolder;
import org.proteus.cli.remote.RemotePublishing;
import org.proteus.graph.publish.Expected;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where programs are published, and as whom. */
final class PublishingOptions {

    @Mixin private OperatorOptions operator;

    @Option(
            names = "--expect",
            paramLabel = "VERSION",
            description = "Change nothing unless this is the current version; none: unless new.")
    private String expect;

    PublishedBackend backend() {
        return operator.server()
                .<PublishedBackend>map(uri -> new RemotePublishing(uri, operator.tokenFile()))
                .orElseGet(SiteFolder::open);
    }

    Expected expected() {
        if (expect == null) {
            return new Expected.Anything();
        }
        return expect.equals("none") ? new Expected.Nothing() : new Expected.Version(expect);
    }
}
