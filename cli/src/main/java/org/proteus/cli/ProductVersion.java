package org.proteus.cli;

import picocli.CommandLine.IVersionProvider;

/** Tells the version that the build wrote into the jar's manifest. */
public final class ProductVersion implements IVersionProvider {

    /** Returns the version alone. */
    public static String text() {
        String built = Main.class.getPackage().getImplementationVersion();
        return built == null ? "(unpackaged)" : built;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"proteus " + text()};
    }
}
