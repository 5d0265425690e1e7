export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

export interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

/** How many rows Page Up and Page Down go. */
const PAGE = 10;

/**
 * Where a key leads in a table in which nothing is being typed; undefined for a key that moves nothing, or that leaves
 * the table (Tab in its last cell, Shift and Tab in its first).
 */
export function movedBy({ key, shiftKey, ctrlKey }: Press, from: Cell, size: Size): Cell | undefined {
  const { row, column } = from;
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  switch (key) {
    case 'ArrowLeft':
      return cell(row, ctrlKey ? 0 : column - 1, size);
    case 'ArrowRight':
      return cell(row, ctrlKey ? lastColumn : column + 1, size);
    case 'ArrowUp':
      return cell(ctrlKey ? 0 : row - 1, column, size);
    case 'ArrowDown':
      return cell(ctrlKey ? lastRow : row + 1, column, size);
    case 'Home':
      return cell(ctrlKey ? 0 : row, 0, size);
    case 'End':
      return cell(ctrlKey ? lastRow : row, lastColumn, size);
    case 'PageUp':
      return cell(row - PAGE, column, size);
    case 'PageDown':
      return cell(row + PAGE, column, size);
    case 'Enter':
      return cell(row + (shiftKey ? -1 : 1), column, size);
    case 'Tab':
      return tabbed(shiftKey ? -1 : 1, from, size);
    default:
      return undefined;
  }
}

function tabbed(by: 1 | -1, { row, column }: Cell, size: Size): Cell | undefined {
  const place = row * size.columns + column + by;
  if (place < 0 || place >= size.rows * size.columns) return undefined;
  return { row: Math.floor(place / size.columns), column: place % size.columns };
}

function cell(row: number, column: number, size: Size): Cell {
  return {
    row: Math.min(Math.max(row, 0), size.rows - 1),
    column: Math.min(Math.max(column, 0), size.columns - 1),
  };
}

export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function rangeOf(a: Cell, b: Cell): Range {
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

export function contains(range: Range, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}
