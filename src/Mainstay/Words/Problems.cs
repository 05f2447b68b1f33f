using System.Collections;

namespace Mainstay.Words;

/// <summary>What is wrong with what somebody typed: field by field, a sentence each. Empty when all is well.</summary>
public sealed class Problems : IEnumerable<Problem>
{
    private readonly List<Problem> found = [];

    public bool Any => found.Count > 0;

    public void Add(string field, string key, params object?[] inputs) => found.Add(new(field, new Reason(key, inputs)));

    public void Add(Problem problem) => found.Add(problem);

    public Problems When(bool wrong, string field, string key, params object?[] inputs)
    {
        if (wrong) Add(field, key, inputs);
        return this;
    }

    public Reason? Of(string field) => found.FirstOrDefault(p => p.Field == field)?.Sentence;

    public IEnumerator<Problem> GetEnumerator() => found.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public sealed record Problem(string Field, Reason Sentence)
{
    /// <summary>What it is called for people, where the field is one of several kinds, as a birthday is a date.</summary>
    public Reason? Heading { get; init; }
}
