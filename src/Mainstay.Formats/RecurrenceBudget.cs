namespace Mainstay.Formats;

/// <summary>
/// How much work one question about recurrences may cost, in steps (a period looked at, an occurrence found). Not for
/// several threads at once.
/// </summary>
/// <param name="steps">A million takes some tenths of a second at most.</param>
public sealed class RecurrenceBudget(int steps = RecurrenceBudget.Usual)
{
    public const int Usual = 1_000_000;

    private int _left = steps;

    /// <summary>The budget did not suffice: what came is right, and there may be more.</summary>
    public bool IsSpent => _left < 0;

    internal bool Spend(int steps)
    {
        if (_left >= 0) _left -= steps;
        return _left >= 0;
    }
}
