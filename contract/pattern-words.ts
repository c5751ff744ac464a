/** What each pattern of the contract asks for, in words that go on after "must be". */
export const PATTERN_WORDS: Readonly<Record<string, string>> = {
  '^#[0-9a-fA-F]{6}$': 'a colour like #1a2b3c',
  '^#[0-9a-f]{6}$': 'a colour like #1a2b3c',
  '^(auto|#[0-9a-fA-F]{6})$': 'auto or a colour like #1a2b3c',
  '^(transparent|#[0-9a-fA-F]{6})$': 'transparent or a colour like #1a2b3c',
  '^(transparent|blurred|#[0-9a-fA-F]{6})$': 'transparent, blurred or a colour like #1a2b3c',
  '^(\\d{1,4}px|\\d{1,2}(\\.\\d{1,2})?%)$': 'a length like 12px or 8.5%',
  '^[^\\u0000-\\u001f\\u007f-\\u009f]*$': 'one line of text, without control characters',
  '^[0-9a-f]{64}$': '64 hexadecimal digits, in lower case',
  '^[\\w.-]{1,40}$': '1 to 40 letters, digits, _, . or -',
};
