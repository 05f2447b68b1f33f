namespace Mainstay.Words;

/// <summary>The world says no: an expected refusal that knows its HTTP status and can say itself in words. Never a bug.</summary>
public abstract class Refusal(int status, Reason reason) : Exception(reason.Key)
{
    public int Status { get; } = status;

    public Reason Reason { get; } = reason;
}

/// <summary>There is no such thing, or it is not yours; the two are not told apart on purpose.</summary>
public sealed class NotFound(string key, params object?[] inputs) : Refusal(404, new(key, inputs));

/// <summary>Somebody or something else was there first.</summary>
public sealed class Conflict(string key, params object?[] inputs) : Refusal(409, new(key, inputs));

/// <summary>More than can be taken.</summary>
public sealed class TooLarge(string key, params object?[] inputs) : Refusal(413, new(key, inputs));

/// <summary>It cannot be done as asked: an unreadable file, a missing tool.</summary>
public sealed class CannotBeDone(string key, params object?[] inputs) : Refusal(422, new(key, inputs));

/// <summary>What was typed is wrong, field by field.</summary>
public sealed class Mistaken(Problems problems) : Refusal(422, new("Words.Mistaken"))
{
    public Problems Problems { get; } = problems;

    public static void ThrowIf(Problems problems)
    {
        if (problems.Any) throw new Mistaken(problems);
    }
}
