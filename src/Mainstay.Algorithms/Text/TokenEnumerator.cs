namespace Mainstay.Algorithms.Text;

/// <summary>Walks over the tokens of a text; see <see cref="Tokens.Of"/>. For <c>foreach</c>, which also disposes it.</summary>
public ref struct TokenEnumerator
{
    /// <summary>A run without spaces is folded this many units at a time, so that one of any length needs little memory.</summary>
    private const int Chunk = 512;

    /// <summary>A letter takes no more marks than this into its unit: beyond lies mischief, not language.</summary>
    private const int MostOfLetter = 8;

    private readonly ReadOnlySpan<char> text;
    private FoldWriter folded;
    private int position;

    /// <summary>The next @ at or after the position; no address begins before the second; what lies before the third is part of one.</summary>
    private int nextAt, addressLookedTo, addressEnd;

    private (int From, int To, int Start, int End) part;
    private int letter, nextLetter, runEnd;
    private bool inRun, runGoesOn, runHasPair;

    internal TokenEnumerator(ReadOnlySpan<char> text)
    {
        this.text = text;
        folded = new(Chunk * 2);
        nextAt = -1;
    }

    /// <summary>The token at hand.</summary>
    public Token Current { get; private set; }

    /// <summary>Itself, for <c>foreach</c>.</summary>
    public readonly TokenEnumerator GetEnumerator() => this;

    /// <summary>Goes to the next token; false at the end.</summary>
    public bool MoveNext()
    {
        while (true)
        {
            if (inRun && NextOfRun()) return true;
            if (part.To > part.From) return TakePart();
            if (position >= text.Length) return false;
            var kind = CodePoints.Kind(CodePoints.At(text, position, out var length));
            if (kind is CodePointKind.Unspaced) StartRun();
            else if (kind is not (CodePointKind.Letter or CodePointKind.Digit)) position += length;
            else if (TakeAddress() || TakeWord()) return true;
        }
    }

    /// <summary>Gives the buffers back.</summary>
    public void Dispose() => folded.Dispose();

    private bool TakePart()
    {
        Current = new(folded.Text[part.From..part.To], part.Start, part.End, TokenKind.Part);
        part = default;
        return true;
    }

    private bool TakeAddress()
    {
        if (position < addressLookedTo || !IsAtNear()) return false;
        var at = PastAddress(position, "._%+-'");
        addressLookedTo = at;
        if (at >= text.Length || text[at] != '@') return false;
        var end = PastAddress(at + 1, ".-");
        while (text[end - 1] is '.' or '-') end--;
        if (end == at + 1) return false;
        addressLookedTo = addressEnd = end;
        folded.Clear();
        for (int i = position, length; i < end && folded.Length < Tokens.MostOfAddress; i += length)
            folded.Append(CodePoints.At(text, i, out length), i);
        Current = new(Cut(Tokens.MostOfAddress), position, end, TokenKind.Address);
        return true;
    }

    private bool IsAtNear()
    {
        if (nextAt < position)
        {
            nextAt = text[position..].IndexOf('@');
            nextAt = nextAt < 0 ? int.MaxValue : nextAt + position;
        }
        return nextAt - position <= Tokens.MostOfAddress;
    }

    /// <summary>The end of the letters, digits and named signs that begin at <paramref name="index"/>.</summary>
    private readonly int PastAddress(int index, string signs)
    {
        for (int length; index < text.Length; index += length)
        {
            var kind = CodePoints.Kind(CodePoints.At(text, index, out length));
            if (kind is CodePointKind.Separator or CodePointKind.Joiner && !signs.Contains(text[index])) break;
        }
        return index;
    }

    private bool TakeWord()
    {
        folded.Clear();
        var (start, joint, jointOrigin) = (position, -1, 0);
        for (var before = CodePointKind.Separator; position < text.Length;)
        {
            var codePoint = CodePoints.At(text, position, out var length);
            var kind = CodePoints.Kind(codePoint);
            if (kind is CodePointKind.Letter or CodePointKind.Digit or CodePointKind.Extend)
            {
                if (folded.Length < Tokens.MostOfWord) folded.Append(codePoint, position);
                if (kind != CodePointKind.Extend) before = kind;
            }
            else if (Joins(kind, before, length))
            {
                if (joint < 0 && IsApostrophe(codePoint)) (joint, jointOrigin) = (folded.Length, position);
            }
            else break;
            position += length;
        }
        if (folded.Length == 0) return false;
        var whole = Cut(Tokens.MostOfWord);
        if (joint > 0) RememberPart(joint, jointOrigin, start, whole.Length);
        Current = new(whole, start, position, position <= addressEnd ? TokenKind.Part : TokenKind.Word);
        return true;
    }

    /// <summary>Whether the sign at hand holds a word together: an apostrophe or the like, or a quote between Hebrew letters.</summary>
    private readonly bool Joins(CodePointKind kind, CodePointKind before, int length)
    {
        var next = position + length;
        if (before != CodePointKind.Letter || next >= text.Length) return false;
        if (kind != CodePointKind.Joiner) return text[position] == '"' && IsHebrew(text[position - 1]) && IsHebrew(text[next]);
        return CodePoints.Kind(CodePoints.At(text, next, out _)) == CodePointKind.Letter;
    }

    private static bool IsHebrew(char unit) => unit is >= '\u0591' and <= '\u05EA';

    private static bool IsApostrophe(int codePoint) => codePoint is not (0x00B7 or 0x05F3 or 0x05F4 or '"');

    /// <summary>"O'Brien" is also found by what follows the apostrophe, "Ada's" by what precedes it.</summary>
    private void RememberPart(int joint, int jointOrigin, int start, int end)
    {
        if (end - joint >= 2) part = (joint, end, folded.Origin(joint), position);
        else if (joint >= 2 && end > joint) part = (0, joint, start, jointOrigin);
    }

    private void StartRun()
    {
        (inRun, runHasPair) = (true, false);
        FillRun();
    }

    private void FillRun()
    {
        folded.Clear();
        while (position < text.Length && folded.Length < Chunk)
        {
            var codePoint = CodePoints.At(text, position, out var length);
            if (CodePoints.Kind(codePoint) is not (CodePointKind.Unspaced or CodePointKind.Extend)) break;
            folded.Append(codePoint, position);
            position += length;
        }
        runEnd = position;
        runGoesOn = folded.Length >= Chunk;
        (letter, nextLetter) = (0, EndOfLetter(0));
    }

    private bool NextOfRun()
    {
        var next = nextLetter;
        var end = EndOfLetter(next);
        if (runGoesOn && end >= folded.Length)
        {
            // What the chunk ends with may be half a letter: begin the next chunk with the last letter known to be whole.
            position = folded.Origin(letter);
            FillRun();
            return NextOfRun();
        }
        var isLast = next >= folded.Length;
        inRun = !isLast;
        if (letter >= folded.Length) return false;
        var kind = !isLast ? TokenKind.Pair : runHasPair ? TokenKind.Last : TokenKind.Alone;
        var originEnd = end < folded.Length ? folded.Origin(end) : runEnd;
        Current = new(folded.Text[letter..end], folded.Origin(letter), originEnd, kind);
        runHasPair = true;
        (letter, nextLetter) = (next, end);
        return true;
    }

    private readonly int EndOfLetter(int index)
    {
        var units = folded.Text;
        var end = index + 1;
        while (end < units.Length && end - index < MostOfLetter && Continues(units[end])) end++;
        return Math.Min(end, units.Length);
    }

    private static bool Continues(char unit) => char.IsLowSurrogate(unit) || CodePoints.Kind(unit) == CodePointKind.Extend;

    /// <summary>The folded text, at most so many units, never ending in half a pair.</summary>
    private readonly ReadOnlySpan<char> Cut(int most)
    {
        var all = folded.Text;
        if (all.Length <= most) return all;
        return all[..(char.IsHighSurrogate(all[most - 1]) ? most - 1 : most)];
    }
}
