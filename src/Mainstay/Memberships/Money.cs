using System.Globalization;
using System.Text.RegularExpressions;
using Mainstay.Words;

namespace Mainstay.Memberships;

/// <summary>An amount and its currency. Amounts are kept as text, so that no database rounds them.</summary>
public readonly partial record struct Money(decimal Amount, string Currency)
{
    /// <summary>Reads <c>12</c>, <c>12.50</c> and <c>12,50</c>. A comma before three digits is refused: nobody knows which it was meant to be.</summary>
    public static bool TryRead(string? typed, out decimal amount)
    {
        amount = 0;
        return typed is not null && Plain().IsMatch(typed.Trim()) && decimal.TryParse(typed.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
    }

    /// <summary>As it is kept: a point, and nothing around it.</summary>
    public static string? Kept(string? typed) => TryRead(typed, out var amount) ? amount.ToString(CultureInfo.InvariantCulture) : null;

    public static bool IsCurrency(string typed) => Letters().IsMatch(typed.Trim());

    /// <summary>"120 EUR", "12.50 EUR"</summary>
    public Reason InWords() => new(Amount == decimal.Truncate(Amount) ? "Memberships.MoneyWhole" : "Memberships.MoneyCents", Amount, Currency);

    [GeneratedRegex(@"^[0-9]{1,9}([.,][0-9]{1,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex("^[A-Za-z]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
