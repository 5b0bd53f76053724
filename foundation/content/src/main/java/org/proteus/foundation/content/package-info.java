/**
 * What content is: {@link org.proteus.foundation.content.TypeDetector} finds the type of bytes,
 * {@link org.proteus.foundation.content.TypeNames} understands what people call it, {@link
 * org.proteus.foundation.content.TypeHierarchy} knows other names and kinds. Tika's table of media
 * types stands behind all three and is loaded when it is first needed.
 */
package org.proteus.foundation.content;
