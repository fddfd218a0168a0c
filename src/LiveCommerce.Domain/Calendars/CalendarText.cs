using System.Text;
using LiveCommerce.Kernel;
using NodaTime;
using NodaTime.Text;

namespace LiveCommerce.Calendars;

/// <summary>iCalendar text, line by line (RFC 5545): lines end in CR LF and are folded at 75 octets, never within a character.</summary>
sealed class CalendarText
{
    const int LongestLine = 75;
    static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    readonly StringBuilder text = new();

    /// <summary>A line whose value needs no escape.</summary>
    internal CalendarText Line(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
        return this;
    }

    /// <summary>A line of what somebody wrote: what would end the value or the line is escaped, and what no calendar can hold is left out.</summary>
    internal CalendarText Words(string name, string words)
    {
        var escaped = new StringBuilder(words.Length);
        foreach (var letter in words.ReplaceLineEndings("\n"))
        {
            if (letter == '\n') escaped.Append("\\n");
            else if (letter is '\\' or ';' or ',') escaped.Append('\\').Append(letter);
            else if (!char.IsControl(letter) || letter == '\t') escaped.Append(letter);
        }
        return Line(name, escaped.ToString());
    }

    /// <summary>A line with an instant in UTC, in whole seconds.</summary>
    internal CalendarText At(string name, Moment moment) => Line(name, Utc.Format(moment.Instant));

    /// <summary>A local time as calendars write it.</summary>
    internal static string Of(LocalDateTime local) => Local.Format(local);

    /// <inheritdoc />
    public override string ToString() => text.ToString();
}
