namespace Mainstay.Words;

/// <summary>Something to say, kept as a value: which sentence, from which inputs. A door turns it into words with <see cref="Speech"/>.</summary>
/// <remarks>The key is <c>Room.Sentence</c>: the part before the dot names the room whose <c>…Words.resx</c> holds the sentence.</remarks>
public sealed record Reason(string Key, params object?[] Inputs)
{
    public bool Equals(Reason? other) => other is not null && Key == other.Key && Inputs.SequenceEqual(other.Inputs);

    public override int GetHashCode() => Inputs.Aggregate(Key.GetHashCode(StringComparison.Ordinal), HashCode.Combine);
}
