package org.proteus.cli;

import picocli.CommandLine.IVersionProvider;

/** Tells the version that the build wrote into the jar's manifest. */
final class ProductVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String built = Main.class.getPackage().getImplementationVersion();
        return new String[] {"proteus " + (built == null ? "(unpackaged)" : built)};
    }
}
