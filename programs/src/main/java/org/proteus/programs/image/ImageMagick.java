package org.proteus.programs.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.im4java.core.IMOperation;
import org.proteus.programs.Availability;
import org.proteus.programs.Command;
import org.proteus.programs.CommandProgram;
import org.proteus.programs.Invocation;
import org.proteus.programs.Tool;
import org.proteus.programs.option.Options;

/**
 * ImageMagick, version 6 ({@code convert}) or 7 ({@code magick}). im4java builds the argument list;
 * input and output format are forced by the types, never guessed from name or content.
 */
public final class ImageMagick implements CommandProgram {

    /** The largest side that Debian's own policy lets ImageMagick make. */
    private static final int LONGEST_SIDE = 16_000;

    private final Tool tool =
            new Tool(
                    "imagemagick",
                    List.of("magick", "convert-im7.q16", "convert-im6.q16", "convert"),
                    List.of("-version"),
                    Pattern.compile("Version: (ImageMagick [\\w.-]+)"));

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
        Options options = Options.of(invocation);
        ShippedFiles files = new ShippedFiles(invocation.scratch());
        List<String> arguments = new ArrayList<>();
        arguments.add(tool.executable().toString());
        arguments.addAll(operation(invocation, options, files).getCmdArgs());
        Map<String, String> environment =
                Map.of(
                        "MAGICK_CONFIGURE_PATH", files.policyFolder().toString(),
                        "MAGICK_TEMPORARY_PATH", invocation.scratch().toString());
        return new Command(arguments, environment, Optional.empty(), new PixelCount());
    }

    private static IMOperation operation(
            Invocation invocation, Options options, ShippedFiles files) {
        IMOperation operation = new IMOperation();
        limits(operation);
        if (invocation.inputs().size() > 1) {
            overlay(operation, invocation, options);
        } else {
            convert(operation, invocation, options, files);
        }
        return operation;
    }

    private static void overlay(IMOperation operation, Invocation invocation, Options options) {
        for (Invocation.Input input : invocation.inputs()) {
            operation.openOperation();
            operation.addImage(ImageFormat.of(input.type()).prefix() + ":" + input.file() + "[0]");
            PixelCount.print(operation);
            operation.autoOrient();
            operation.closeOperation();
        }
        Overlay.of(options).apply(operation);
        resize(operation, options);
        ImageFormat source = ImageFormat.of(invocation.input().type());
        ImageFormat target = ImageFormat.of(invocation.target());
        write(operation, invocation.output(), source, target, options);
    }

    private static void convert(
            IMOperation operation, Invocation invocation, Options options, ShippedFiles files) {
        ImageFormat source = ImageFormat.of(invocation.input().type());
        ImageFormat target = ImageFormat.of(invocation.target());
        Optional<Watermark> watermark = Watermark.of(options);
        watermark.ifPresent(mark -> mark.load(operation, files));
        read(operation, invocation.input().file(), source, target);
        resize(operation, options);
        watermark.ifPresent(mark -> mark.apply(operation));
        write(operation, invocation.output(), source, target, options);
    }

    /** One thread, because the worker runs as many tasks as there are processors. */
    private static void limits(IMOperation operation) {
        operation.limit("memory").addRawArgs("512MiB");
        operation.limit("map").addRawArgs("1GiB");
        operation.limit("disk").addRawArgs("4GiB");
        operation.limit("thread").addRawArgs("1");
    }

    private static void read(
            IMOperation operation, Path file, ImageFormat source, ImageFormat target) {
        boolean all = source.allFramesInto(target);
        operation.addImage(source.prefix() + ":" + file + (all ? "" : "[0]"));
        PixelCount.print(operation);
        if (all && source.frames().equals(Optional.of(ImageFormat.Frames.ANIMATION))) {
            operation.coalesce();
        }
        operation.autoOrient();
    }

    private static void resize(IMOperation operation, Options options) {
        OptionalInt width = options.pixels("width", 1, LONGEST_SIDE);
        OptionalInt height = options.pixels("height", 1, LONGEST_SIDE);
        if (width.isPresent() && height.isPresent()) {
            operation.resize(width.getAsInt(), height.getAsInt(), '!');
        } else if (width.isPresent()) {
            operation.resize(width.getAsInt());
        } else if (height.isPresent()) {
            operation.resize(null, height.getAsInt());
        }
    }

    private static void write(
            IMOperation operation,
            Path file,
            ImageFormat source,
            ImageFormat target,
            Options options) {
        if (!target.alpha()) {
            operation.background("white").alpha("remove").alpha("off");
        }
        if (target.prefix().equals("tiff")) {
            operation.compress("Zip");
        }
        if (!target.prefix().equals("tiff") || !source.inks()) {
            // What HEIC and AVIF are decoded to would be written as it is, and few could read it.
            operation.colorspace("sRGB");
        }
        options.integer("quality", 1, 100)
                .ifPresent(quality -> operation.quality((double) quality));
        // Times of files would make every run's bytes differ.
        operation.define("png:exclude-chunks=date,time");
        operation.addImage(target.prefix() + ":" + file);
    }
}
