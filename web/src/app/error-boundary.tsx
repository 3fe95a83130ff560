import { useQueryClient } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  readonly fallback: (error: Error) => ReactNode;
  readonly children: ReactNode;
}

/** Shows what to do in place of what broke; the next change of the server state tries again. */
export function ErrorBoundary(props: BoundaryProps) {
  const client = useQueryClient();
  return (
    <Boundary
      {...props}
      retryWhenRead={(retry) =>
        client
          .getQueryCache()
          .subscribe((event) => event.type === 'updated' && event.action.type === 'success' && retry())
      }
    />
  );
}

interface InnerProps extends BoundaryProps {
  readonly retryWhenRead: (retry: () => void) => () => void;
}

class Boundary extends Component<InnerProps, { readonly error: Error | null }> {
  #stop: (() => void) | null = null;
  override state = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override componentDidMount() {
    this.#stop = this.props.retryWhenRead(() => {
      if (this.state.error !== null) this.setState({ error: null });
    });
  }

  override componentWillUnmount() {
    this.#stop?.();
  }

  override render() {
    const { error } = this.state;
    return error === null ? this.props.children : this.props.fallback(error);
  }
}
