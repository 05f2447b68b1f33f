using Mainstay.Algorithms.Text;

namespace Mainstay.Needs;

/// <summary>The words of a topic, as they are compared: "Preisverhandlungen" is one, "pricing strategies" two; case, accents and a plural's ending do not count.</summary>
public sealed class TopicWords
{
    private static readonly string[] Small = ["and", "or", "the", "a", "an", "of", "for", "in", "on", "to", "with", "my", "und", "oder", "der", "die", "das", "ein", "eine", "fur", "mit", "im", "von", "zu", "mein", "meine"];

    private readonly HashSet<string> words;

    private TopicWords(HashSet<string> words) => this.words = words;

    public bool IsEmpty => words.Count == 0;

    public static TopicWords Of(string topic) => new([.. Tokens.ForQuery(topic).Where(w => !Small.Contains(w)).Select(WordStem.Of)]);

    /// <summary>Whether one says all that the other says: "pricing" and "pricing for clinics".</summary>
    public bool Meets(TopicWords other) => !IsEmpty && !other.IsEmpty && (words.IsSubsetOf(other.words) || other.words.IsSubsetOf(words));

    /// <summary>Whether this one says all that the other says, and perhaps more.</summary>
    public bool Says(TopicWords other) => !other.IsEmpty && other.words.IsSubsetOf(words);

    /// <summary>Whether they share a word.</summary>
    public bool Touches(TopicWords other) => words.Overlaps(other.words);
}
