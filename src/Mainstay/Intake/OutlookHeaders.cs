namespace Mainstay.Intake;

/// <summary>How Outlook calls its columns in English, and in German.</summary>
internal static class OutlookHeaders
{
    private static readonly Dictionary<string, string[]> Others = new()
    {
        ["Title"] = ["Anrede"],
        ["First Name"] = ["Vorname"],
        ["Middle Name"] = ["Weitere Vornamen"],
        ["Last Name"] = ["Nachname"],
        ["Company"] = ["Firma"],
        ["Department"] = ["Abteilung"],
        ["Job Title"] = ["Position"],
        ["Notes"] = ["Notizen"],
        ["Web Page"] = ["Webseite"],
        ["Birthday"] = ["Geburtstag"],
        ["Anniversary"] = ["Jahrestag"],
        ["Categories"] = ["Kategorien"],
        ["Language"] = ["Sprache"],
        ["Spouse"] = ["Partner", "Partner/in"],
        ["Children"] = ["Kinder"],
        ["Manager's Name"] = ["Name des/der Vorgesetzten", "Name des/r Vorgesetzten"],
        ["Assistant's Name"] = ["Name Assistent", "Name Assistent/in"],
        ["Referred By"] = ["Empfohlen von"],
        ["E-mail Address"] = ["E-Mail-Adresse"],
        ["E-mail 2 Address"] = ["E-Mail 2: Adresse"],
        ["E-mail 3 Address"] = ["E-Mail 3: Adresse"],
        ["Primary Phone"] = ["Haupttelefon"],
        ["Mobile Phone"] = ["Mobiltelefon"],
        ["Mobile Phone 2"] = ["Mobiltelefon 2"],
        ["Business Phone"] = ["Telefon geschäftlich"],
        ["Business Phone 2"] = ["Telefon geschäftlich 2"],
        ["Home Phone"] = ["Telefon privat", "Telefon (privat)"],
        ["Home Phone 2"] = ["Telefon privat 2", "Telefon (privat 2)"],
        ["Company Main Phone"] = ["Telefon Firma"],
        ["Other Phone"] = ["Weiteres Telefon"],
        ["Car Phone"] = ["Autotelefon"],
        ["Business Fax"] = ["Fax geschäftlich"],
        ["Home Fax"] = ["Fax privat"],
        ["Other Fax"] = ["Weiteres Fax"],
        ["Callback"] = ["Rückmeldung"],
        ["TTY/TDD Phone"] = ["Telefon für Hörbehinderte"],
        ["Assistant's Phone"] = ["Telefon Assistent", "Telefon Assistent/in"],
        ["Home Street"] = ["Straße privat"],
        ["Home Street 2"] = ["Straße privat 2"],
        ["Home Street 3"] = ["Straße privat 3"],
        ["Home City"] = ["Ort privat"],
        ["Home State"] = ["Bundesland/Kanton privat", "Region privat"],
        ["Home Postal Code"] = ["Postleitzahl privat"],
        ["Home Country"] = ["Land/Region privat", "Land privat"],
        ["Home Address PO Box"] = ["Postfach privat"],
        ["Business Street"] = ["Straße geschäftlich"],
        ["Business Street 2"] = ["Straße geschäftlich 2"],
        ["Business Street 3"] = ["Straße geschäftlich 3"],
        ["Business City"] = ["Ort geschäftlich"],
        ["Business State"] = ["Region geschäftlich", "Bundesland/Kanton geschäftlich"],
        ["Business Postal Code"] = ["Postleitzahl geschäftlich"],
        ["Business Country"] = ["Land/Region geschäftlich", "Land geschäftlich"],
        ["Business Address PO Box"] = ["Postfach geschäftlich"],
        ["Other Street"] = ["Weitere Straße"],
        ["Other Street 2"] = ["Weitere Straße 2"],
        ["Other Street 3"] = ["Weitere Straße 3"],
        ["Other City"] = ["Weiterer Ort"],
        ["Other State"] = ["Weiteres/r Bundesland/Kanton", "Weitere Region"],
        ["Other Postal Code"] = ["Weitere Postleitzahl"],
        ["Other Country"] = ["Weiteres/e Land/Region", "Weiteres Land"],
        ["Other Address PO Box"] = ["Weiteres Postfach"],
    };

    private static readonly Dictionary<string, string[]> All = Others.ToDictionary(o => o.Key, o => (string[])[o.Key, .. o.Value]);

    /// <summary>Headings of the German export that nobody else gives a table: other German headings are everybody's.</summary>
    public static readonly string[] OnlyGerman =
    [
        "Weitere Vornamen", "E-Mail-Typ", "E-Mail: Angezeigter Name", "E-Mail 2: Adresse", "E-Mail 2: Typ", "E-Mail 3: Adresse", "Telefon geschäftlich", "Telefon geschäftlich 2", "Straße geschäftlich", "Straße privat", "Ort geschäftlich", "Ort privat",
        "Postleitzahl geschäftlich", "Postleitzahl privat", "Land/Region geschäftlich", "Land/Region privat", "Weiteres Telefon", "Weiterer Ort", "Name des/der Vorgesetzten", "Name des/r Vorgesetzten", "Internet-Frei/Gebucht", "Internet Frei/Gebucht",
    ];

    /// <summary>What says nothing of a person.</summary>
    public static readonly string[] Ignored =
    [
        "Initials", "Internet Free Busy", "Sensitivity", "Priority", "Private", "Directory Server", "E-mail Type", "E-mail 2 Type", "E-mail 3 Type", "E-mail Display Name", "E-mail 2 Display Name", "E-mail 3 Display Name", "Gender", "Account",
        "Initialen", "Internet-Frei/Gebucht", "Internet Frei/Gebucht", "Vertraulichkeit", "Priorität", "Privat", "Verzeichnisserver", "E-Mail-Typ", "E-Mail 2: Typ", "E-Mail 3: Typ", "E-Mail: Angezeigter Name", "E-Mail 2: Angezeigter Name", "E-Mail 3: Angezeigter Name", "Geschlecht", "Konto",
    ];

    /// <summary>The English name of a column, and all others it may have.</summary>
    public static string[] Of(string column) => All.GetValueOrDefault(column) ?? [column];
}
