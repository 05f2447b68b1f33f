using Mainstay.Algorithms.Text;

namespace Mainstay.Matching;

/// <summary>How far what is offered is what is wanted: by words, whatever their case, accents and endings.</summary>
internal sealed class TopicFit
{
    private static readonly HashSet<string> Small = [.. "a an and at by for from how i in into is it my of on or the to with am an auf aus bei das dem den der des die ein eine einen einer für im in ist mein meine mit oder und vom von wie zu zum zur".Split(' ').Select(Folding.Fold)];

    private readonly Dictionary<string, int> topics = [];
    private readonly List<HashSet<string>> words = [];
    private readonly Dictionary<string, List<int>> having = [];

    /// <summary>The number of a topic; the same for the same words.</summary>
    public int Of(string topic)
    {
        var stems = Words(topic);
        var key = string.Join(' ', stems.Order(StringComparer.Ordinal));
        if (topics.TryGetValue(key, out var known)) return known;
        foreach (var stem in stems)
        {
            if (!having.TryGetValue(stem, out var those)) having[stem] = those = [];
            those.Add(words.Count);
        }
        words.Add(stems);
        return topics[key] = words.Count - 1;
    }

    /// <summary>The part of the wanted topic's words that are in the offered one, in [0, 1].</summary>
    public double Fit(int wanted, int offered) => wanted == offered ? 1 : (double)words[wanted].Count(words[offered].Contains) / Math.Max(1, words[wanted].Count);

    /// <summary>All topics that have a word of the wanted one, each with how far it fits.</summary>
    public Dictionary<int, double> Fitting(int wanted) => words[wanted].SelectMany(word => having[word]).CountBy(topic => topic).ToDictionary(c => c.Key, c => (double)c.Value / words[wanted].Count);

    private static HashSet<string> Words(string topic)
    {
        var found = Tokens.ForQuery(topic).Where(w => !Small.Contains(w)).Select(WordStem.Of).ToHashSet();
        return found.Count > 0 ? found : [Folding.Fold(topic.Trim())];
    }
}
