"""The forms in which things leave the pages: citations, schema.org, feeds, calendars, evidence."""
