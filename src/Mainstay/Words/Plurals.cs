using System.Globalization;

namespace Mainstay.Words;

/// <summary>Which form of a choice a number takes, by language, as CLDR has it for cardinal numbers.</summary>
/// <remarks>The forms of a choice stand in the order of the rule's answers: in English and German <c>{0|one|other}</c>.</remarks>
public static class Plurals
{
    private static readonly Dictionary<string, Rule> Rules = new()
    {
        ["en"] = new(2, number => number == 1 ? 0 : 1),
        ["de"] = new(2, number => number == 1 ? 0 : 1),
    };

    /// <summary>How many forms a choice has in this language.</summary>
    public static int FormsIn(CultureInfo culture) => Of(culture).Forms;

    /// <summary>Which of them is said of this number, from 0.</summary>
    public static int Form(double number, CultureInfo culture) => Of(culture).Form(Math.Abs(number));

    private static Rule Of(CultureInfo culture) => Rules.GetValueOrDefault(culture.TwoLetterISOLanguageName) ?? Rules["en"];

    private sealed record Rule(int Forms, Func<double, int> Form);
}
