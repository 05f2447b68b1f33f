using System.Text.Json;
using Mainstay.Words;

namespace Mainstay.Archive;

/// <summary>A member of the document's one object: a plain value, or one row of a list.</summary>
internal readonly record struct ArchivePiece(string Name, bool IsRow, ReadOnlyMemory<byte> Json);

/// <summary>Goes through the document piece by piece, in the memory of its largest row.</summary>
internal sealed class ArchiveReader(Stream stream)
{
    private byte[] buffer = new byte[64 * 1024];
    private int start, end;
    private bool isOver, isBegun, isList;
    private string name = "";
    private JsonReaderState state = new(new() { MaxDepth = 32 });

    /// <summary>The next piece, good until the one after it is asked for; null at the end of the document.</summary>
    public async ValueTask<ArchivePiece?> Next(CancellationToken stop)
    {
        while (true)
        {
            switch (Step(out var piece))
            {
                case Outcome.Piece: return piece;
                case Outcome.End: return null;
                case Outcome.More: await Fill(stop); break;
            }
        }
    }

    private enum Outcome { More, Piece, End, Again }

    private Outcome Step(out ArchivePiece piece)
    {
        piece = default;
        var outcome = Outcome.Again;
        while (outcome == Outcome.Again)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isOver, state);
            outcome = Token(ref reader, ref piece);
            if (outcome == Outcome.More) break; // nothing is taken of a piece that is not whole
            start += (int)reader.BytesConsumed;
            state = reader.CurrentState;
        }
        return outcome == Outcome.More && isOver ? throw new JsonException() : outcome;
    }

    private Outcome Token(ref Utf8JsonReader reader, ref ArchivePiece piece)
    {
        if (!reader.Read()) return Outcome.More;
        if (!isBegun) return (isBegun = reader.TokenType == JsonTokenType.StartObject) ? Outcome.Again : throw new JsonException();
        if (isList && reader.TokenType == JsonTokenType.EndArray) return Leave();
        if (!isList && reader.TokenType == JsonTokenType.EndObject) return Outcome.End;
        if (isList) return Whole(ref reader, ref piece, true);
        var named = reader.GetString()!; // outside a list there are only names, each taken together with what follows
        if (!reader.Read()) return Outcome.More;
        name = named;
        if (reader.TokenType != JsonTokenType.StartArray) return Whole(ref reader, ref piece, false);
        isList = true;
        return Outcome.Again;
    }

    private Outcome Leave()
    {
        isList = false;
        return Outcome.Again;
    }

    private Outcome Whole(ref Utf8JsonReader reader, ref ArchivePiece piece, bool isRow)
    {
        var from = (int)reader.TokenStartIndex;
        if (!reader.TrySkip()) return Outcome.More;
        piece = new(name, isRow, buffer.AsMemory(start + from, (int)reader.BytesConsumed - from));
        return Outcome.Piece;
    }

    private async Task Fill(CancellationToken stop)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        if (end == buffer.Length)
        {
            if (buffer.Length > ArchiveJson.LargestRow) throw new TooLarge("Archive.RowTooLarge", name, ArchiveJson.LargestRow / 1_000_000);
            Array.Resize(ref buffer, buffer.Length * 2);
        }
        var isFirst = end == 0;
        var read = await stream.ReadAtLeastAsync(buffer.AsMemory(end), Math.Min(3, buffer.Length - end), false, stop);
        end += read;
        if (isFirst && buffer.AsSpan(0, end).StartsWith("\uFEFF"u8)) start = 3;
        isOver = read == 0;
    }
}
