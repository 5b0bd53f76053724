package org.proteus.programs.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.proteus.programs.Availability;
import org.proteus.programs.Command;
import org.proteus.programs.CommandProgram;
import org.proteus.programs.Invocation;
import org.proteus.programs.Tool;

/**
 * LibreOffice without a screen. Every process has a profile of its own, because a shared one is
 * locked; its settings run no macro, follow no link and reach no network.
 */
public final class LibreOffice implements CommandProgram {

    private static final String SETTINGS = "registrymodifications.xcu";

    private final Tool tool =
            new Tool(
                    "libreoffice",
                    List.of("soffice", "libreoffice"),
                    List.of("--version"),
                    Pattern.compile("LibreOffice [\\d.]+"));

    @Override
    public Availability availability() {
        return tool.availability();
    }

    @Override
    public Availability confirm() {
        return tool.confirm();
    }

    @Override
    public Command command(Invocation invocation) {
        OfficeFormat format = OfficeFormat.of(invocation.input().type());
        String export = format.application().export(invocation.target());
        Path results = invocation.scratch().resolve("results");
        List<String> arguments =
                List.of(
                        tool.executable().toString(),
                        "-env:UserInstallation=" + profile(invocation.scratch()).toUri(),
                        "--headless",
                        "--invisible",
                        "--nologo",
                        "--nodefault",
                        "--nofirststartwizard",
                        "--norestore",
                        "--nolockcheck",
                        "--infilter=" + format.filter(),
                        "--convert-to",
                        export,
                        "--outdir",
                        results.toString(),
                        invocation.input().file().toString());
        Path produced = results.resolve(resultName(invocation.input().file(), export));
        return new Command(arguments, Map.of(), Optional.of(produced), line -> Optional.empty());
    }

    /** LibreOffice replaces the extension of the input by that of the result. */
    private static String resultName(Path input, String export) {
        String name = input.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String extension = export.substring(0, export.indexOf(':'));
        return (dot > 0 ? name.substring(0, dot) : name) + "." + extension;
    }

    private static Path profile(Path scratch) {
        Path profile = scratch.resolve("profile");
        try (InputStream settings = LibreOffice.class.getResourceAsStream(SETTINGS)) {
            Path user = Files.createDirectories(profile.resolve("user"));
            Files.copy(settings, user.resolve(SETTINGS));
            return profile;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
