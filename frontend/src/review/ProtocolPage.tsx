import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { protocolQuery, reviewQuery } from '../api/queries';
import { useTitle } from '../lib/title';
import { Badge, Loaded, Note, PageBody, PageHeader } from '../ui';
import { useText } from './messages';
import { ProtocolEditor } from './ProtocolEditor';
import { Amendments, ProtocolReading } from './ProtocolReading';

export function ProtocolPage() {
  const { reviewId = '' } = useParams();
  const text = useText().protocol;
  const review = useQuery(reviewQuery(reviewId));
  const protocol = useQuery(protocolQuery(reviewId));
  useTitle(text.title, review.data?.title);
  const lead = review.data?.roles.includes('lead') ?? false;
  return (
    <PageBody>
      <PageHeader
        title={text.title}
        actions={
          protocol.data &&
          protocol.data.value.version > 0 && (
            <Badge tone="accent">{text.version(protocol.data.value.version)}</Badge>
          )
        }
      >
        {text.intro}
      </PageHeader>
      <Loaded query={protocol} lines={9}>
        {(loaded) =>
          lead ? (
            <ProtocolEditor reviewId={reviewId} latest={loaded} />
          ) : (
            <>
              <Note>{text.readOnly}</Note>
              <ProtocolReading protocol={loaded.value} />
            </>
          )
        }
      </Loaded>
      {protocol.data && <Amendments protocol={protocol.data.value} />}
    </PageBody>
  );
}
