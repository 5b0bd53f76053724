package org.proteus.worker;

import java.io.IOException;
import org.proteus.foundation.content.TypeNames;
import org.proteus.foundation.model.ContentType;
import org.proteus.programs.Invocation;

/**
 * An object that belongs to the object of a task, and was not used yet.
 *
 * @param object where it is
 * @param type its type
 * @param name its own name
 */
record HeldPartner(LocalObject object, ContentType type, String name) {

    /** Returns the same as a file that tools know by its extension. */
    HeldPartner asFile(Scratch scratch) throws IOException {
        LocalObject file = new LocalObject.InFile(object.file(scratch, TypeNames.extension(type)));
        return new HeldPartner(file, type, name);
    }

    /** Returns it as the input of a step; it must be a file. */
    Invocation.Input input(Scratch scratch) throws IOException {
        return new Invocation.Input(object.file(scratch, TypeNames.extension(type)), type, name);
    }
}
