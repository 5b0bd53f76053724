package org.proteus.foundation.server.soap;

import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** Refuses a message without an operation, which CXF would log as an error of ours. */
final class BodyGuard extends AbstractPhaseInterceptor<Message> {

    BodyGuard() {
        super(Phase.PRE_INVOKE);
    }

    @Override
    public void handleMessage(Message message) {
        if (message.getExchange().getBindingOperationInfo() == null) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "the SOAP body is empty, so no operation is named",
                    "Compare the message with the contract at ?wsdl");
        }
    }
}
