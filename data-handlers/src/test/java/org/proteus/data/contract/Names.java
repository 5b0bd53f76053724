package org.proteus.data.contract;

import java.util.List;

/** Names that have broken programs before. */
public final class Names {

    /** Every one is a legal name of a Unix file. */
    public static final List<String> HOSTILE =
            List.of(
                    " leading and trailing ",
                    "100% %41 %2F %zz.txt",
                    "hash#query?and=this&that",
                    "back\\slash",
                    "-rf",
                    "--help",
                    "new\nline\rreturn\ttab",
                    "größe 日本語 العربية.txt",
                    "star*question?[a-z]{b,c}!",
                    "quotes'\"`$(id);|&<>",
                    "~tilde",
                    "..two dots",
                    "colon:mailto:host",
                    "n".repeat(255),
                    "日".repeat(85));

    /** Names below a sink that a sink must refuse. */
    public static final List<String> OUTSIDE =
            List.of(
                    "../outside",
                    "a/../../outside",
                    "..",
                    ".",
                    "",
                    "/absolute",
                    "a//b",
                    "a/",
                    "nul\0byte",
                    ".proteus-1-1",
                    "a/.proteus-1-1");

    private Names() {}
}
