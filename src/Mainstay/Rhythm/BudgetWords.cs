using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary>How the owner's time for people stands, in sentences.</summary>
internal static class BudgetWords
{
    public static IEnumerable<Reason> Of(Budget budget)
    {
        var stretch = budget.Stretch;
        var stretched = Layers.All.Where(l => stretch.For(l) > 1).ToList();
        yield return budget.Minutes is null ? new("Rhythm.BudgetNone") : new("Rhythm.BudgetSet", budget.Minutes, budget.Spent);
        if (stretch.MinutesAWeek > 0) yield return new("Rhythm.BudgetLoad", (int)Math.Round(stretch.MinutesAWeek));
        if (stretched.Count > 0) yield return new("Rhythm.BudgetStretched", stretched.Select(l => new Reason($"Rhythm.Layer{l}")).ToList(), stretch.Factor);
        if (!stretch.Fits) yield return new("Rhythm.BudgetTooMuch");
    }
}
