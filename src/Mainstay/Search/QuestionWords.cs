using Mainstay.Algorithms.Text;

namespace Mainstay.Search;

/// <summary>Reads a question: the words that say what it is about, without those that only ask.</summary>
internal static class QuestionWords
{
    /// <summary>A question that is longer is read as far as this.</summary>
    public const int LongestQuestion = 2_000, MostWords = 16;

    private static readonly HashSet<string> Small =
    [
        .. """
        a about advice advise all also am an and any anybody anyone are as at be been but by can could do does for from get give good has have help helped helping helps her him his how i if in into is it its
        know knows learn like looking me more most my need needs of on one or our out people person please should so some somebody someone something talk than that the their them there they thing things this to us
        want was we what when where which who whom whose why will with would you your
        aber alle als am an auch auf aus bei beim bin bitte brauche brauchen braucht da das dass dein deine dem den der des die dies diese dieser du durch ein eine einem einen einer eines er es etwas fur ganz gerne gibt gut
        hab habe haben hat helfen hilfe hilft ich ihm ihn ihr im in ins irgendwer ist ja jemand jemanden jemandem kann kannst kennt konnen konnte konnten man mehr mein meine meinem meinen meiner mich mir mit mochte muss nach nicht noch nur
        oder ohne person rat schon sehr sein seine sich sie sind so soll suche suchen uber um und uns unser unsere vom von vor war was weil weiss welche welcher wem wen wenn wer werden wie will wir wird wo zu zum zur
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>The words to look for, in order, and whether there were more of them.</summary>
    public static (List<AskedWord> Words, bool IsShortened) Of(string question)
    {
        var shortened = question.Length > LongestQuestion;
        var all = Words(shortened ? question[..LongestQuestion] : question);
        var telling = all.Where(w => !Small.Contains(w)).ToList();
        var words = telling.Count > 0 ? telling : all; // who asks for nothing but "help" means it
        return ([.. words.Take(MostWords).Select(w => new AskedWord(w, []))], shortened || words.Count > MostWords);
    }

    private static List<string> Words(string text)
    {
        var words = new OrderedDictionary<string, bool>();
        foreach (var token in Tokens.Of(text))
            if (token.IsAsked) words.TryAdd(token.Text.ToString(), true);
        return [.. words.Keys];
    }
}
