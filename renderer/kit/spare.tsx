import { Component, type ReactNode } from 'react';

export type SpareProps = {
  children: ReactNode;
  /** Shown in place of what cannot be drawn. `again` draws it anew. */
  instead: (again: () => void) => ReactNode;
  /** Told once for each failure. */
  onFailure: (error: unknown) => void;
};

/** Holds a failure of drawing to its own place: what stands beside it, and every call, goes on. React gives this to classes alone. */
export class Spare extends Component<SpareProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onFailure(error);
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead(() => this.setState({ failed: false })) : this.props.children;
  }
}
