package org.proteus.graph.query;

import org.proteus.foundation.model.program.ProgramOrigin;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;

/** A unit with the program that it belongs to: what conditions are put to. */
record Subject(TransformationProgram program, ProgramOrigin origin, TransformationUnit unit) {}
